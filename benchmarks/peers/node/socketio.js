'use strict';
// A broadcast by Socket.IO, over WebSocket alone. Its pings are put off: the clients here answer none.
const http = require('node:http');
const { Server } = require('socket.io');

let id = 0;

const server = http.createServer((request, response) => {
  if (!request.url.startsWith('/publish')) {
    return;
  }
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    sockets.emit('notification', { id: ++id, ...JSON.parse(body) });
    response.writeHead(201, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ id }));
  });
});

const sockets = new Server(server, { transports: ['websocket'], pingInterval: 600_000 });
server.listen(Number(process.argv[2]), '127.0.0.1', 4096);
