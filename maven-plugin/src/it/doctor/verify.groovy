def log = new File(basedir, 'build.log').text
assert log =~ /model baseline\/perfect-DK at baseline: ok, reachable yes, key yes, model yes, seed yes, \d+ ms/
assert log =~ /judge baseline\/judge at baseline: ok, reachable yes, key yes, model yes, schema yes, \d+ ms/
assert !new File(basedir, 'target/cultivar').exists() : 'nothing was run'
