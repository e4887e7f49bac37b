import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def second = log.indexOf('BUILD SUCCESS')
assert second > 0 : 'the probe that passes is a green build of its own'
def one = log.substring(0, second)
assert one.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 1') : 'its cell, and the gates that did not speak'
assert !one.contains('did not like it')
assert log.substring(second).contains('Tests run: 2, Failures: 1, Errors: 0, Skipped: 1')
assert log.substring(second).contains('looked at F118 and did not like it')

for (asked in [one: 'F120', other: 'F118']) {
    def results = new JsonSlurper().parse(new File(basedir, "target/${asked.key}/results.json"))
    assert !results.run.complete
    assert results.cells*.topic == [asked.value] : 'only what was named was asked'
    assert results.gates == [] : 'a gate speaks of all topics or not at all'
}
