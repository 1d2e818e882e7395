# What backup.sh and restore.sh both need to know of an installation. Read by them, not run. Needs: $code, the folder of the code.

# One setting of .env. Only what is asked for: the file is the portal's own and may say more than a shell should hear.
setting() {
  value=$(sed -n "s/^$1=//p" "$code/.env" | tail -n 1)
  case "$value" in
    \"*\") value=${value#\"} value=${value%\"} ;;
    \'*\') value=${value#\'} value=${value%\'} ;;
  esac
  printf '%s' "$value"
}

# Sets $data, the folder of everything that is kept beside the database.
find_data() {
  data=$(setting DATA_DIR)
  case "$data" in
    '') data="$code/.data" ;;
    /*) ;;
    *) data="$code/$data" ;;
  esac
}

# Sets $address, the database without its password, and PGPASSFILE for the programs of PostgreSQL: a password in a command line can be read by
# everyone on the machine. Removes the file at the end of the script.
find_database() {
  PGPASSFILE=$(mktemp)
  export PGPASSFILE
  trap 'rm -f "$PGPASSFILE"' EXIT
  address=$(DATABASE_URL=$(setting DATABASE_URL) node -e '
    const { writeFileSync } = require("node:fs")
    const url = new URL(process.env.DATABASE_URL)
    const password = decodeURIComponent(url.password).replace(/[\\:]/g, "\\$&")
    writeFileSync(process.env.PGPASSFILE, `*:*:*:*:${password}\n`)
    url.password = ""
    console.log(url.href)')
}
