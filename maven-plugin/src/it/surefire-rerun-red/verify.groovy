import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
def failed = /Self-consistency of planted\/uniform in Danish is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \(95% interval, these topics\); required at least 0\.99: FAIL\. n=\d+, 5 topics/
def again = 'Red as before: a rerun in the same process asks nothing again. Run the whole suite for another verdict. It said: '

// Surefire counts what was skipped once more in every run from 3.5 on.
[[version: '3.2.5', skipped: 1], [version: '3.6.1', skipped: 3]].eachWithIndex { expected, i ->
    def build = log.split('BUILD FAILURE')[i]
    assert build =~ "surefire(-plugin)?:${expected.version}:test"
    assert build.count('# Paid for planted/uniform: 30 calls') == 1 : 'the model was asked once'
    assert build.count('# Paid for planted/perfect-DK: 2 calls') == 1
    def tests = 7 + 2 + expected.skipped
    assert build =~ "(?m)^\\[ERROR\\] Tests run: ${tests}, Failures: 2, Errors: 2, Skipped: ${expected.skipped}\$" : 'and nothing is a flake'

    def runs = build.readLines().findAll { it =~ /^\[ERROR\]   Run \d: / }
    assert runs.size() == 12 : 'gate, check, suite and the gate that it lacks, each three times'
    assert runs.count { it.contains('it.GivenUpGate declares no gate') } == 3
    runs.removeAll { it.contains('declares no gate') }
    assert runs.findAll { it.contains('Run 1: ') }.every { !it.contains(again) }
    assert runs.findAll { !it.contains('Run 1: ') }.every { it.contains(again) }
    assert runs.count { it =~ failed } == 3
    assert runs.count { it.contains('looked at F122 and did not like it') } == 3
    assert runs.count { it.contains('Nothing was tested in it.GivenUpGate') } == 3
}

def results = new JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.run.complete && results.cells.size() == 6 && results.gates.size() == 2 : 'the results of the whole runs stay'
