import groovy.json.JsonSlurper

context.server.stop(0)
def log = new File(basedir, 'build.log').text

// One store: what two modules ask alike is asked once, though each asks 12 prompts. One limit: never more than 3 at a time. The sixth
// build rests on what the first one asked, and asks ten prompts anew in each of its two modules: fewer could raise no alarm.
def anew = 2 * 10
assert context.calls.stub.get() == 24 + anew
assert context.calls.refuser.get() == 24
// One budget: the three modules' 72 calls, judge included, end at 20 in all. The judge of the sixth build labels those new answers of
// each module, and as many stored ones anew.
assert context.calls.frugal.get() > 0
assert context.calls.frugal.get() + context.calls.judge.get() - 24 - 2 * anew == 20
assert log =~ /The budget was spent before everything was asked|20 of the budget of 20 calls are spent/
assert context.most.get() <= 3
assert new File(basedir, '.cultivar/responses.db').file : 'at the root of the build'
assert ['one', 'two', 'three', 'all'].every { !new File(basedir, "$it/.cultivar/responses.db").exists() }

// One report, whatever the module's output folder, though all suites have one name. It is of the seventh build.
def folder = new File(basedir, 'all/target/cultivar-aggregate')
def results = new JsonSlurper().parse(new File(folder, 'results.json'))
assert results.run.suites*.suite.sort() == ['one/it.Gate', 'three/it.Gate', 'two/it.Gate']
assert results.cells.size() == 6
assert results.gates*.suite.sort() == ['one/it.Gate', 'three/it.Gate', 'two/it.Gate']
assert new File(folder, 'responses.jsonl').readLines().size() == 36
def summary = new File(folder, 'summary.md').text
assert summary.startsWith('## Cultivar: FAIL')
assert summary.contains('corrected for the number of gates in their suite')
assert new File(folder, 'report.html').text.contains('three/it.Gate')
assert new File(folder, 'allure-report/index.html').file
assert log.contains('Allure report of 3 tests: ') : '3 gates of one name, none taken for the retry of another'

assert log.contains('3 gates pass over 6 cells of 3 modules.')
assert log.contains('Module two has no results')
assert log =~ /two: Results .*elsewhere.results\.json are stale: their run began at/
def red = log.substring(log.indexOf('-Dcultivar.models=refuser'))
['one', 'two', 'three'].each { assert (red =~ /(?m)^\[ERROR\] +- $it: .*overage/) : it }
true
