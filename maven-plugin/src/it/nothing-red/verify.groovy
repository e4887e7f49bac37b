def log = new File(basedir, 'build.log').text
assert log.contains('No cell was found in')
assert log.contains('cultivar.failIfNoTests=false')
