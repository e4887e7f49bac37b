def log = new File(basedir, 'build.log').text
assert log.contains('CULTIVAR_IT_KEY_THAT_NOBODY_SETS')
assert log.contains('MojoExecutionException')
