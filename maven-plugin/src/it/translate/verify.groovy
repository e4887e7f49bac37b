context.get('lab').close()

def log = new File(basedir, 'build.log').text
assert log.contains('your own go into cultivar/prompts')
assert log.contains("Model 'nobody' is not under 'models'")
assert log.contains("Give -Dcultivar.translate.to=, the language's code")
assert (log =~ /[1-9]\d+ sentences translated, 0 kept as they were in .*it\.yaml/)
assert (log =~ /INFO. 0 sentences translated, [1-9]\d+ kept as they were/)

def draft = new File(basedir, 'src/test/resources/cultivar/prompts/it.yaml').text
assert draft.contains('{topic}') && draft.contains('status: unreviewed') && !draft.contains('status: reviewed\n')
assert draft.count('similarity: 1.0') == draft.count('status: unreviewed')
assert draft.count('back: ') == draft.count('source: ')

// The run found the draft on the class path, and every report says what it is.
assert log.contains('1 gate passes over 4 cells')
def results = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cultivar/results.json'))
assert results.toString().contains('reviewed=false')
for (report in ['summary.md', 'report.html']) {
    assert new File(basedir, "target/cultivar/${report}").text =~ /(?i)native reader|unreviewed/ : report
}
