namespace Causeway.Linkage;

/// <summary>Walks through a comma-separated file cell by cell without making a string of each.</summary>
internal sealed class CsvCells(TextReader reader)
{
    private char[] _buffer = new char[1 << 17];
    private int _at;
    private int _end;
    private bool _finished;
    private bool _cellPending;

    /// <summary>The next cell, valid until the next call, and whether it ends its record. False at the end of the file.</summary>
    public bool Next(out ReadOnlySpan<char> cell, out bool last)
    {
        cell = default;
        last = true;
        if (_at == _end && !Fill(_at))
        {
            bool emptyLast = _cellPending;
            _cellPending = false;
            return emptyLast;
        }

        return _buffer[_at] == '"' ? Quoted(out cell, out last) : Plain(out cell, out last);
    }

    private bool Plain(out ReadOnlySpan<char> cell, out bool last)
    {
        int start = _at;
        while (true)
        {
            int found = _buffer.AsSpan(_at, _end - _at).IndexOfAny(',', '\n');
            if (found >= 0)
            {
                _at += found;
                break;
            }

            _at = _end;
            start = FillKeeping(start, out bool more);
            if (!more)
            {
                break;
            }
        }

        int stop = _at > start && _buffer[_at - 1] == '\r' && (_at == _end || _buffer[_at] == '\n') ? _at - 1 : _at;
        cell = _buffer.AsSpan(start, stop - start);
        last = EndCell();
        return true;
    }

    private bool Quoted(out ReadOnlySpan<char> cell, out bool last)
    {
        int start = ++_at;
        int length = 0;
        while (true)
        {
            if (!HasMore(ref start))
            {
                throw new InvalidDataException("A quoted cell does not end.");
            }

            char c = _buffer[_at++];
            if (c == '"')
            {
                if (!HasMore(ref start) || _buffer[_at] != '"')
                {
                    break;
                }

                _at++;
            }

            _buffer[start + length++] = c;
        }

        cell = _buffer.AsSpan(start, length);
        _at += _at < _end && _buffer[_at] == '\r' ? 1 : 0;
        last = EndCell();
        return true;
    }

    /// <summary>Whether a character is left, after reading on where needed; a quoted cell's text moves with the buffer.</summary>
    private bool HasMore(ref int start)
    {
        if (_at < _end)
        {
            return true;
        }

        start = FillKeeping(start, out bool more);
        return more;
    }

    private bool EndCell()
    {
        if (_at >= _end)
        {
            _cellPending = false;
            return true;
        }

        bool line = _buffer[_at] == '\n';
        bool comma = _buffer[_at] == ',';
        _at += line || comma ? 1 : 0;
        _cellPending = comma;
        return !comma;
    }

    private bool Fill(int from)
    {
        FillKeeping(from, out bool more);
        return more;
    }

    /// <summary>Reads on while keeping what has been read of the present cell; returns where that cell now begins.</summary>
    private int FillKeeping(int start, out bool more)
    {
        more = false;
        if (_finished)
        {
            return start;
        }

        int kept = _end - start;
        if (kept > _buffer.Length / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        Array.Copy(_buffer, start, _buffer, 0, kept);
        _at -= start;
        int read = reader.Read(_buffer, kept, _buffer.Length - kept);
        _end = kept + read;
        more = read > 0;
        _finished = read == 0;
        return 0;
    }
}
