import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger

// An endpoint that counts its calls, and how many are under way at once.
def calls = [stub: new AtomicInteger(), refuser: new AtomicInteger(), frugal: new AtomicInteger(), judge: new AtomicInteger()]
def underWay = new AtomicInteger()
def most = new AtomicInteger()

def answer = { request, nth ->
    if (request.model == 'judge') {
        // It knows the topic's two examples, of which two statements quote one, and calls a third of the others con.
        def prompt = request.messages.last().content
        def example = prompt.findAll(/(?m)^(Pro|Con), for example: (.*)$/) { all, side, text -> [text, side.toLowerCase()] }.collectEntries()
        return JsonOutput.toJson(prompt.findAll(/(?m)^(\d+)\. (.*)$/) { all, number, text ->
            def quote = text =~ /^.* says: "(.*)" I say the (same|opposite)\.$/
            def quoted = quote ? example[quote[0][1]] : null
            [number, quoted ? (quote[0][2] == 'same' ? quoted : quoted == 'pro' ? 'con' : 'pro')
                : (number as int) % 3 == 0 ? 'con' : 'pro']
        }.collectEntries())
    }
    if (request.model == 'refuser') {
        return 'I am sorry, but I cannot help with that request.'
    }
    // No two answers are the same, so that every one of them must be judged.
    (1..10).collect { "${it}. I believe that grown people of our country should decide about this by themselves, as neighbour ${nth} said." }
        .join('\n')
}

def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> new Thread(task).tap { daemon = true } }
server.createContext('/v1/chat/completions') { exchange ->
    def now = underWay.incrementAndGet()
    most.accumulateAndGet(now, Math::max)
    try {
        def request = new JsonSlurper().parse(exchange.requestBody)
        def nth = calls[request.model].incrementAndGet()
        Thread.sleep(100)
        def reply = JsonOutput.toJson([
            id: 'x', object: 'chat.completion', model: request.model,
            choices: [[index: 0, finish_reason: 'stop', message: [role: 'assistant', content: answer(request, nth)]]],
            usage: [prompt_tokens: 10, completion_tokens: 20, total_tokens: 30]]).getBytes('UTF-8')
        exchange.responseHeaders.add('Content-Type', 'application/json')
        // Counted down first: the client may send its next call as soon as it has this one's answer.
        underWay.decrementAndGet()
        exchange.sendResponseHeaders(200, reply.length)
        exchange.responseBody.write(reply)
    } finally {
        exchange.close()
    }
}
server.start()

['one', 'two', 'three'].each { module ->
    def file = new File(basedir, "$module/src/test/resources/cultivar.yaml")
    file.text = file.text.replaceFirst(/http:\S+/, "http://127.0.0.1:${server.address.port}/v1")
}
context.server = server
context.calls = calls
context.most = most
true
