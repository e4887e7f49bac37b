import groovy.json.JsonSlurper

// The data is inside the file, as d('name','Base64').
def page = new File(basedir, 'target/cultivar/allure-report/index.html').text
def data = { name -> new JsonSlurper().parse((page =~ /d\('${name}','([^']*)'\)/)[0][1].decodeBase64()) }

assert data('widgets/summary\\.json').statistic.total == 3 : 'two cells and a gate'
assert data('widgets/summary\\.json').statistic.passed == 3
assert data('data/suites\\.json').toString().contains('F120')
assert data('history/history-trend\\.json').size() == 2 : 'the first run is in the history of the second'
assert !(page =~ /<script[^>]+src="http/) : 'opens without a network'

def history = new JsonSlurper().parse(new File(basedir, '.cultivar/allure-history/history.json'))
assert history.size() == 3
assert history.values().every { it.items.size() == 2 }

def log = new File(basedir, 'build.log').text
assert log.contains('Allure report of 3 tests: ')
assert log.contains('There are no Allure results of Cultivar in ')
assert log.contains('Run cultivar:run first.')
