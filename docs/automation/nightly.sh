#!/bin/sh
# Checks students.csv and students_ext.csv, and uploads them by SFTP only if they are ready to upload.
# A file on the server stays as it is until the new ones are there as a whole.
# Exit status: 0 uploaded, 1 not ready, 2 could not be checked, 3 could not be uploaded.
set -eu

# The folder that your SIS exports to, and the files that you send. All of them must be there.
folder=${FOLDER:-/srv/sis-export}
files=${FILES:-students.csv students_ext.csv}
# The account that Clever gave you, with a key and a known host: test it once with "sftp USER@sftp.clever.com".
remote=${REMOTE:-USER@sftp.clever.com}
# The checker: a command, or the path of the single file cli.js.
checker=${CHECKER:-clever-demographics}
# The district's settings, if there are any.
settings=${SETTINGS:-$folder/.clever-demographics.json}
# Another file than ~/.ssh/config, if there is one.
config=${SSH_CONFIG:-}

# Copies are checked and sent, so that an export that runs late cannot change a file in between. Only this user can
# read them, and they are removed at the end.
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
for name in $files; do
	if [ ! -f "$folder/$name" ]; then
		echo "Nothing was uploaded: $folder has no file $name." >&2
		exit 2
	fi
	cp -- "$folder/$name" "$work/$name" || exit 2
done
# Next to the copies, so that no other settings are found above them.
if [ -f "$settings" ]; then cat -- "$settings"; else echo '{}'; fi > "$work/.clever-demographics.json" || exit 2

# Without values, because cron sends by mail what is printed.
status=0
"$checker" check --require-ready --redact "$work" || status=$?
if [ "$status" -ne 0 ]; then
	echo "Nothing was uploaded. Open $folder in the editor to see what is left." >&2
	exit "$status"
fi

# All files under other names first. A rename then replaces the old file in one step.
for name in $files; do echo "put \"$work/$name\" $name.part"; done > "$work/batch"
for name in $files; do echo "rename $name.part $name"; done >> "$work/batch"
sftp ${config:+-F "$config"} -b "$work/batch" "$remote" > "$work/log" 2>&1 || {
	cat "$work/log" >&2
	echo "The upload failed. The server may still have the files of the last upload." >&2
	exit 3
}
echo "Uploaded: $files"
