'use strict';
// A broadcast over WebSocket as an article has it: all clients of the server, one after the other.
const http = require('node:http');
const { WebSocketServer, WebSocket } = require('ws');

let id = 0;

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const message = JSON.stringify({ type: 'notification', id: ++id, data: JSON.parse(body) });
    for (const client of sockets.clients) {
      if (client.readyState === WebSocket.OPEN) {
        client.send(message);
      }
    }
    response.writeHead(201, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id }));
  });
});

const sockets = new WebSocketServer({ server, path: '/events', backlog: 4096 });
server.listen(Number(process.argv[2]), '127.0.0.1', 4096);
