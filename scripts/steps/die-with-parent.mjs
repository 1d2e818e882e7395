// Loaded first by every process that the start command begins (node --import). The command holds the other end of standard input and
// never writes: the end of it means that the command is gone, also after kill -9, and nobody else would ever stop this process.
//
// Next hands Node's options down to helpers of its own, whose standard input is closed from the start: they are not meant.
if (process.env.MOT_CUA_PARENT === String(process.ppid)) {
  process.stdin.on('error', () => undefined)
  process.stdin.once('end', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 5000).unref()
  })
  process.stdin.resume()
  process.stdin.unref()
}
