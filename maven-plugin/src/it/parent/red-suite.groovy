import groovy.json.JsonSlurper

// How a suite with one red check and one red gate shows in any runner of Maven; for the scripts of several builds.
def failed = /Self-consistency of planted\/uniform in Danish is -?0\.\d+ \[-?0\.\d+, -?0\.\d+\] \(95% interval, these topics\); required at least 0\.99: FAIL\. n=\d+, 5 topics/
def said = 'looked at F122 and did not like it'

[
    // One cell, by the name of its method: asked alone, and each of the two gates says why it does not speak.
    cell: { log, folder = 'target/cell' ->
        assert log =~ /(?m)^\[ERROR\] Tests run: 3, Failures: 1, Errors: 0, Skipped: 2$/
        assert log.contains(said)
        assert !(log =~ failed)
        def asked = new JsonSlurper().parse(new File(basedir, "$folder/results.json"))
        assert asked.cells*.topic == ['F122'] && asked.gates == []
    },
    whole: { log ->
        assert log =~ /(?m)^\[ERROR\] Tests run: 7, Failures: 2, Errors: 0, Skipped: 0$/
        assert log =~ failed
        assert log.contains(said)
    },
    // The XML of the whole suite; returned.
    xml: { folder = 'target/surefire-reports' ->
        def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, "$folder/TEST-it.FailingGate.xml"))
        assert suite.testcase.collect { it.@name.text() }.sort() == [
            'consistency planted/uniform da >= 0.99',
            'coverage planted/uniform da >= 0.1',
            'fails(F122, planted/uniform, da)[1]',
            'life(F118, planted/uniform, da)[1]',
            'life(F119, planted/uniform, da)[2]',
            'life(F120, planted/uniform, da)[3]',
            'life(F121, planted/uniform, da)[4]']
        def red = suite.testcase.findAll { it.failure.size() > 0 }
        assert red.collect { it.@name.text() }.sort() == ['consistency planted/uniform da >= 0.99', 'fails(F122, planted/uniform, da)[1]']
        assert red.find { it.@name.text().startsWith('consistency') }.failure.@message.text() =~ failed
        suite
    }
]
