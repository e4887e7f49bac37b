def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] model far at faraway: NOT USABLE; reachable: NO')
assert log.contains('[ERROR] judge some-model at faraway: NOT USABLE; reachable: NO')
assert log.contains('[INFO] model planted/fifty at planted: ok')
assert log.contains('2 of 3 models and judges cannot be used')
