-- Neovim's own LSP client against the server: open, diagnostics, hover, fix. Written for 0.7, which Debian has.
-- In: the variables SERVER (its bundle), NODE, FILE. Out: the file, saved, and RESULT, as JSON.
local result = { steps = {} }

local function finish(failure)
	result.failure = failure
	local out = assert(io.open(vim.env.RESULT, 'w'))
	out:write(vim.fn.json_encode(result))
	out:close()
	vim.cmd('qall!')
end

local function wait_for(what, is_so)
	if not vim.wait(30000, is_so, 20) then
		error('waited in vain for ' .. what)
	end
	table.insert(result.steps, what)
end

local function floating_lines()
	for _, window in ipairs(vim.api.nvim_list_wins()) do
		if vim.api.nvim_win_get_config(window).relative ~= '' then
			local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
			return table.concat(lines, '\n')
		end
	end
end

local function run()
	vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.FILE))
	local buffer = vim.api.nvim_get_current_buf()
	result.version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor)
	local client = vim.lsp.start_client({
		name = 'clever-demographics',
		cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
		root_dir = vim.fn.fnamemodify(vim.env.FILE, ':h'),
		on_error = function(code, message)
			result.client_error = tostring(code) .. ' ' .. vim.inspect(message)
		end,
	})
	vim.lsp.buf_attach_client(buffer, client)

	wait_for('diagnostics', function()
		return #vim.diagnostic.get(buffer) > 0
	end)
	result.diagnostics = vim.tbl_map(function(one)
		return { line = one.lnum, column = one.col, message = one.message, severity = one.severity, source = one.source }
	end, vim.diagnostic.get(buffer))

	local first = vim.diagnostic.get(buffer)[1]
	vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
	vim.lsp.buf.hover()
	wait_for('hover', function()
		return floating_lines() ~= nil
	end)
	result.hover = floating_lines()

	vim.ui.select = function(items, options, choose)
		result.actions = vim.tbl_map(options.format_item, items)
		for index, item in ipairs(items) do
			if options.format_item(item) == 'Use F (Female)' then
				return choose(item, index)
			end
		end
		choose(nil, nil)
	end
	vim.lsp.buf.code_action()
	wait_for('fix', function()
		local line = vim.api.nvim_buf_get_lines(buffer, first.lnum, first.lnum + 1, false)[1]
		return not line:find('Female')
	end)
	wait_for('no diagnostics', function()
		return #vim.diagnostic.get(buffer) == 0
	end)
	vim.cmd('write')
	vim.lsp.stop_client(client)
	wait_for('the end of the server', function()
		return vim.lsp.client_is_stopped(client)
	end)
end

local ok, failure = pcall(run)
finish(not ok and tostring(failure) or nil)
