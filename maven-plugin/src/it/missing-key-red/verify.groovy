def log = new File(basedir, 'build.log').text
assert log.contains('CULTIVAR_IT_KEY_THAT_NOBODY_SETS')
assert log.contains('MojoExecutionException')
assert log.contains('cells and gates)') : 'one error, however many cells it stops'
assert log.count('CULTIVAR_IT_KEY_THAT_NOBODY_SETS') < 5
