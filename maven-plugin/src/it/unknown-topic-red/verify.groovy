def log = new File(basedir, 'build.log').text
assert log.contains("'F12O'")
assert log.contains('F120') : 'the nearest topic is named'
assert log.contains('nothing was asked')
assert log.contains('MojoExecutionException')
assert !new File(basedir, 'target/cultivar/results.json').exists()
