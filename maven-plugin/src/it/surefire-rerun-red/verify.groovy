import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
def failed = /Self-consistency of baseline\/uniform in da is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \(95% interval\); required at least 0\.99: FAIL\. n=20, 5 topics\./
def again = 'Red as before: a rerun in the same process asks nothing again. Run the whole suite for another verdict. It said: '

log.split('BUILD FAILURE').take(2).each { build ->
    assert build.contains('(default-test)')
    assert build.count('# Paid for baseline/uniform: 20 calls') == 1 : 'the model was asked once'
    assert build =~ /(?m)^\[ERROR\] Tests run: 7, Failures: 2, Errors: 0, Skipped: 0$/ : 'and no leaf is a flake'
    def runs = build.readLines().findAll { it =~ /^\[ERROR\]   Run \d: / }
    assert runs.size() == 6 : 'gate and check, each three times'
    assert runs.findAll { it.contains('Run 1: ') }.every { !it.contains(again) }
    assert runs.findAll { !it.contains('Run 1: ') }.every { it.contains(again) }
    assert runs.count { it =~ failed } == 3
    assert runs.count { it.contains('looked at F122 and did not like it') } == 3
}

def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.run.complete && results.cells.size() == 5 && results.gates.size() == 2 : 'the results of the whole run stay'
