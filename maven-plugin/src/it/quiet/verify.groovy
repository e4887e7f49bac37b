// Maven resets the colour even where it is to be quiet.
// Nothing but what was asked for: what the doctor found, the plan, the run's verdicts, and what holds.
def lines = new File(basedir, 'build.log').readLines().collect { it.replaceAll(/\u001b\[[0-9;]*m/, '') }.findAll { !it.startsWith('Running post-build script') && !it.isBlank() }
def plan = lines.findIndexOf { it.startsWith('Suite it.Gate: ') }
assert plan == 2 : lines
assert lines[0] =~ /^model planted\/perfect-DK at planted: ok; /
assert lines[1] =~ /^judge planted\/judge at planted: ok; /
assert lines[3].startsWith('Gates: ')
def sent = lines.findIndexOf { it.startsWith('Nothing was sent.') }
assert lines[sent + 1].startsWith('planted/perfect-DK: release') : lines
assert lines[sent + 2] == 'Suite it.Gate'
assert lines[sent + 3].startsWith('Verdicts: ') : lines
assert lines[sent + 4].startsWith('Verdict ')
assert lines[sent + 5] =~ /^PASS +alignment +planted\/perfect-DK/
assert lines[sent + 6] =~ /^PASS +coverage +planted\/perfect-DK/
assert lines.contains('Gates: 2 pass.')
assert lines.last().startsWith('Cultivar: 2 gates pass over 32 cells; ')
assert lines.size() <= sent + 11 : lines
assert !lines.any { it.contains('[INFO]') || it.contains('WARN') } : lines
