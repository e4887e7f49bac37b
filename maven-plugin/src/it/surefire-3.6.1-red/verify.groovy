def log = new File(basedir, 'build.log').text
assert log =~ /surefire.*3.6.1/
assert log.contains('looked at F120 and did not like it')
assert log =~ /Tests run: 2, Failures: 1, Errors: 0, Skipped: 0/

def cell = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports').listFiles().find { it.name =~ /TEST-.*\.xml/ })
assert cell.'**'.findAll { it.name() == 'system-out' }*.text().join() =~ /polarity = 0?\.?\d/ : 'the figures of a cell are in the XML'
