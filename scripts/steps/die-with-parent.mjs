// Loaded first by every process that the start command begins (node --import). The command holds the other end of standard input and
// never writes: the end of it means that the command is gone, also after kill -9, and nobody else would ever stop this process.
process.stdin.on('error', () => undefined)
process.stdin.once('end', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5000).unref()
})
process.stdin.resume()
process.stdin.unref()
