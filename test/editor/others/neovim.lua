-- Does in Neovim what the story asks for. Written for 0.7, which Debian has, and later.
-- Asked with `nvim --remote-expr "v:lua.StoryAnswer('…')"`: a function of `story` and its arguments as JSON, and so is
-- the answer. Lines and columns count from 0, columns in bytes.
local story = {}
-- Shows a menu for a single completion, too, and takes none by itself.
vim.o.completeopt = 'menuone,noselect'

local choice, answered

-- Tells when the answer to a request for completions has arrived, also where it shows nothing.
local buf_request = vim.lsp.buf_request
vim.lsp.buf_request = function(buffer, method, params, handler)
	return buf_request(buffer, method, params, handler and function(...)
		handler(...)
		answered = true
	end)
end

vim.ui.select = function(items, options, choose)
	for index, item in ipairs(items) do
		if choice == nil or options.format_item(item) == choice then
			return choose(item, index)
		end
	end
	choose(nil, nil)
end

local function buffer_of(name)
	return vim.fn.bufnr('/' .. name .. '$')
end

local function go(name, line, column)
	vim.cmd('buffer ' .. buffer_of(name))
	vim.api.nvim_win_set_cursor(0, { line + 1, column })
end

function story.open(path)
	vim.cmd('edit ' .. vim.fn.fnameescape(path))
end

function story.text(name)
	return table.concat(vim.api.nvim_buf_get_lines(buffer_of(name), 0, -1, false), '\n')
end

function story.problems(name)
	local buffer = buffer_of(name)
	-- Neovim asks for the problems of a file again when it is seen.
	vim.cmd('buffer ' .. buffer)
	return vim.tbl_map(function(one)
		local text = vim.api.nvim_buf_get_text(buffer, one.lnum, one.col, one.end_lnum, one.end_col, {})
		local severity = ({ 'error', 'warning', 'information', 'hint' })[one.severity]
		return { line = one.lnum, text = table.concat(text, '\n'), severity = severity, message = one.message }
	end, vim.diagnostic.get(buffer))
end

function story.hover(name, line, column)
	go(name, line, column)
	vim.lsp.buf.hover()
end

function story.shown()
	for _, window in ipairs(vim.api.nvim_list_wins()) do
		if vim.api.nvim_win_get_config(window).relative ~= '' then
			local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
			return table.concat(lines, '\n')
		end
	end
	return ''
end

function story.replace(name, line, column, count, lines)
	vim.api.nvim_buf_set_text(buffer_of(name), line, column, line, column + count, lines)
end

function story.insert(name, line, column)
	go(name, line, column)
	answered = false
	local is_end = column == #vim.api.nvim_get_current_line()
	vim.api.nvim_input((is_end and 'A' or 'i') .. '<C-x><C-o>')
end

function story.keys(keys)
	vim.api.nvim_input(keys)
end

function story.menu()
	local info = vim.fn.complete_info({ 'items', 'selected', 'pum_visible' })
	local labels = vim.tbl_map(function(item)
		return item.abbr
	end, info.items)
	local mode = vim.api.nvim_get_mode().mode
	return { labels = labels, selected = info.selected, visible = info.pum_visible == 1, answered = answered, mode = mode }
end

function story.fix(name, line, column, title)
	go(name, line, column)
	choice = title
	vim.lsp.buf.code_action()
end

function story.fix_all(name, kind)
	go(name, 0, 0)
	choice = nil
	local context = { only = { kind }, diagnostics = {} }
	vim.lsp.buf.code_action(vim.fn.has('nvim-0.8') == 1 and { context = context } or context)
end

function story.rename(name, line, column, new)
	go(name, line, column)
	vim.lsp.buf.rename(new)
end

function story.definition(name, line, column)
	go(name, line, column)
	vim.lsp.buf.definition()
end

function story.where()
	return { file = vim.fn.expand('%:t'), line = vim.api.nvim_win_get_cursor(0)[1] - 1 }
end

function story.save(name)
	vim.cmd('buffer ' .. buffer_of(name))
	vim.cmd('write')
end

function StoryAnswer(request)
	local call = vim.fn.json_decode(request)
	local name = table.remove(call, 1)
	local ok, value = pcall(story[name], unpack(call))
	return vim.fn.json_encode(ok and { value = value } or { failure = tostring(value) })
end
