# Checks students.csv and students_ext.csv, and uploads them by SFTP only if they are ready to upload.
# A file on the server stays as it is until the new ones are there as a whole.
# Exit status: 0 uploaded, 1 not ready, 2 could not be checked, 3 could not be uploaded.
# Needs Windows PowerShell 5.1 or later, Node.js, and the OpenSSH client of Windows (an optional feature).
param(
	# The folder that your SIS exports to.
	[string] $Folder = 'D:\SIS Export',
	# The files that you send, with a space between them. All of them must be there.
	[string] $Files = 'students.csv students_ext.csv',
	# The account that Clever gave you, with a key and a known host: test it once with "sftp USER@sftp.clever.com".
	[string] $Remote = 'USER@sftp.clever.com',
	# The checker: a command, or the path of clever-demographics.cmd.
	[string] $Checker = 'clever-demographics.cmd',
	# The district's settings, if there are any.
	[string] $Settings = (Join-Path $Folder '.clever-demographics.json')
)

# A program that prints on stderr does not end the script: its exit status says what happened.
$ErrorActionPreference = 'Continue'
$names = $Files -split ' +'

# Copies are checked and sent, so that an export that runs late cannot change a file in between. They are in the user's
# own temporary folder, and removed at the end.
$work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString())
$status = 2
try {
	New-Item -ItemType Directory -Path $work -ErrorAction Stop | Out-Null
	foreach ($name in $names) {
		Copy-Item -LiteralPath (Join-Path $Folder $name) -Destination $work -ErrorAction Stop
	}
	# Next to the copies, so that no other settings are found above them.
	$near = Join-Path $work '.clever-demographics.json'
	if (Test-Path -LiteralPath $Settings) {
		Copy-Item -LiteralPath $Settings -Destination $near -ErrorAction Stop
	}
	else {
		[IO.File]::WriteAllText($near, '{}')
	}

	# Without values, because what is printed may end up in a log.
	& $Checker check --require-ready --redact $work
	$status = $LASTEXITCODE
	if ($status -ne 0) {
		Write-Host "Nothing was uploaded. Open $Folder in the editor to see what is left."
	}
	else {
		# All files under other names first. A rename then replaces the old file in one step.
		$puts = @($names | ForEach-Object { 'put "{0}" {1}.part' -f (Join-Path $work $_).Replace('\', '/'), $_ })
		$renames = @($names | ForEach-Object { "rename $_.part $_" })
		$batch = Join-Path $work 'batch'
		[IO.File]::WriteAllLines($batch, [string[]]($puts + $renames))
		& sftp.exe -b $batch $Remote
		if ($LASTEXITCODE -eq 0) {
			Write-Host "Uploaded: $names"
		}
		else {
			Write-Host 'The upload failed. The server may still have the files of the last upload.'
			$status = 3
		}
	}
}
catch {
	# $status is 2 unless the check has run: a checker that cannot be started ends here, too.
	Write-Host "Nothing was uploaded: $($_.Exception.Message)"
	if ($status -eq 0) { $status = 3 }
}
finally {
	Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
}
exit $status
