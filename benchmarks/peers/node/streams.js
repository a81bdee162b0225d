'use strict';
// Notifications over SSE as an article has it: a list of open responses, and a loop over them.
const express = require('express');

const app = express();
const clients = new Set();
let id = 0;

app.use(express.json());

app.get('/events', (request, response) => {
  response.set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache',
    Connection: 'keep-alive',
  });
  response.flushHeaders();
  response.write(': connected\n\n');
  clients.add(response);
  request.on('close', () => clients.delete(response));
});

app.post('/publish', (request, response) => {
  const frame = `id: ${++id}\nevent: notification\ndata: ${JSON.stringify(request.body)}\n\n`;
  for (const client of clients) {
    client.write(frame);
  }
  response.status(201).json({ id });
});

app.listen(Number(process.argv[2]), '127.0.0.1', 4096);
