def log = new File(basedir, 'build.log').text
assert log.contains('results.json are missing. Run cultivar:run first.')
assert log =~ /results\.json are stale: .*cultivar\.yaml/
