def log = new File(basedir, 'build.log').text
assert log.count('[WARNING] Cultivar: not measured:') == 2
assert log.contains('(skipTests), so no model was asked')
assert log.contains('(maven.test.skip), so no model was asked')
assert !log.contains(' in error, ')
assert !log.contains('No cell was found')
assert !new File(basedir, 'target/cultivar/results.json').exists()
assert new File(basedir, 'target/cultivar/summary.md').text.startsWith('## Cultivar: not measured')
