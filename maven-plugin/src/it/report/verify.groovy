import groovy.json.JsonSlurper

// The data is inside the file, as d('name','Base64').
def page = new File(basedir, 'target/cultivar/allure-report/index.html').text
def data = { name -> new JsonSlurper().parse((page =~ /d\('${name}','([^']*)'\)/)[0][1].decodeBase64()) }

assert data('widgets/summary\\.json').statistic.total == 2 : 'a gate, and the cell that a check looks at'
assert data('widgets/summary\\.json').statistic.passed == 2
assert data('data/suites\\.json').toString().contains('F120 Abortion')
assert !data('data/suites\\.json').toString().contains('F118')
def tables = (page =~ /d\('data\/attachments\/[^']*\.csv','([^']*)'\)/).collect { new String(it[1].decodeBase64(), 'UTF-8') }
assert tables.any { it.contains('F118,Homosexuality,') } : 'a cell without a check is evidence, attached to the gate'
assert data('history/history-trend\\.json').size() == 2 : 'the first run is in the history of the second'
assert !(page =~ /<script[^>]+src="http/) : 'opens without a network'

def history = new JsonSlurper().parse(new File(basedir, '.cultivar/allure-history/history.json'))
assert history.size() == 2
assert history.values().every { it.items.size() == 2 }

def log = new File(basedir, 'build.log').text
assert log.contains('Allure report of 2 tests: ')
assert log.contains('There are no Allure results of Cultivar in ')
assert log.contains('Run cultivar:run first.')
