-- wrk sends the requests of a file in their order, over and over, and prints what it measured as JSON.
local requests, turn = {}, 0

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local size = file:read("*n")
  while size do
    file:read(1)
    requests[#requests + 1] = file:read(size)
    size = file:read("*n")
  end
  file:close()
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "refused": %d, "broken": %d, "p50": %.3f, "p99": %.3f}\n',
    summary.requests, summary.duration / 1e6, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
