// The plainest client: so many workers, each asks, reads the answer and asks again. Arguments: base URL, calls, concurrency.
const [base, calls, concurrency] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const body = JSON.stringify({
  model: 'm',
  messages: [{ role: 'user', content: 'What would ten people say about this? '.repeat(8) }],
});
let asked = 0;
async function worker() {
  while (asked < calls) {
    asked += 1;
    const response = await fetch(`${base}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = await response.json();
    if (!answer.choices[0].message.content) throw new Error('no answer');
  }
}
await Promise.all(Array.from({ length: concurrency }, worker));
const { user, system } = process.cpuUsage();
console.log(((user + system) / 1000 / calls).toFixed(3));
