def log = new File(basedir, 'build.log').text
assert log =~ /model planted\/perfect-DK at planted: ok; reachable: yes, key: yes, model: yes, seed: yes, \d+ ms/
assert log =~ /judge planted\/judge at planted: ok; reachable: yes, key: yes, model: yes, schema: yes, reads: yes, \d+ ms/
assert !new File(basedir, 'target/cultivar').exists() : 'nothing was run'
