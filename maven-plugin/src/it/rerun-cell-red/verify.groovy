import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def end = log.indexOf('BUILD FAILURE')
def again = log.indexOf('BUILD FAILURE', end + 1)
def properties = new Properties()
new File(basedir, 'invoker.properties').withInputStream { properties.load(it) }

def first = log.substring(end, again)
def printed = first =~ /(?m)^\[ERROR\] +again: mvn (verify '-Dcultivar\.select=.*)$/
assert log.contains('Cultivar: 2 cells, 1 failed; 1 gate, 0 red; 0 in error, 0 skipped;')
assert first.contains('1 breach:')
assert first.contains('  - F118 Homosexuality > planted/perfect-DK > da: looked at F118 and did not like it')

assert printed.find() : 'the failed cell says how to ask it again'
assert printed.group(1).replace("'", '').trim() == properties['invoker.goals.2'] : 'with the same prompts, and all else that was given'

def second = log.substring(again)
assert second.contains('looked at F118 and did not like it')
assert log.contains('Cultivar: 1 cell, 1 failed; 0 gates, 0 red; 0 in error, 0 skipped;')
assert second.contains('Only part of the planned cells was asked')
assert !second.contains('Add one such as') : 'the suite has a gate; it was only not decided'

def whole = answers('first')
def cell = answers('cultivar')
assert whole.size() == 4
assert cell.size() == 2
assert cell*.topic.unique() == ['F118']
assert cell*.prompt == whole.findAll { it.topic == 'F118' }*.prompt : 'it is asked the same'
assert cell*.polarity == whole.findAll { it.topic == 'F118' }*.polarity : 'of the same population'

def answers(folder) {
    new File(basedir, "target/$folder/responses.jsonl").readLines().collect { new JsonSlurper().parseText(it) }
}
