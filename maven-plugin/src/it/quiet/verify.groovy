// Maven resets the colour even where it is to be quiet.
// Nothing but what was asked for: what the doctor found, and the plan, which begins with the suite and ends with what was sent.
def lines = new File(basedir, 'build.log').readLines().collect { it.replaceAll(/\u001b\[[0-9;]*m/, '') }.findAll { !it.startsWith('Running post-build script') && !it.isBlank() }
def plan = lines.findIndexOf { it == 'Suite it.Gate' }
assert plan == 2 : lines
assert lines[0] =~ /^model planted\/perfect-DK at planted: ok, /
assert lines[1] =~ /^judge planted\/judge at planted: ok, /
assert lines[3].startsWith('Gates: ')
assert lines.last().startsWith('Nothing was sent.')
assert !lines.any { it.contains('[INFO]') || it.contains('WARN') } : lines
