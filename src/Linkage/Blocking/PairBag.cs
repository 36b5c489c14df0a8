namespace Causeway.Linkage;

/// <summary>Collects pairs with repeats and sorts the repeats out from time to time, so that memory follows the different pairs.</summary>
internal sealed class PairBag
{
    private ulong[] _pairs = new ulong[1 << 16];
    private int _count;
    private int _sorted;

    public void Add(int left, int right)
    {
        if (_count == _pairs.Length)
        {
            MakeRoom();
        }

        _pairs[_count++] = left < right ? (ulong)(uint)left << 32 | (uint)right : (ulong)(uint)right << 32 | (uint)left;
    }

    public ulong[] ToSortedArray()
    {
        Tidy();
        return _pairs.AsSpan(0, _count).ToArray();
    }

    private void MakeRoom()
    {
        Tidy();
        if (_count > _pairs.Length / 2)
        {
            Array.Resize(ref _pairs, _pairs.Length * 2);
        }
    }

    private void Tidy()
    {
        if (_sorted == _count)
        {
            return;
        }

        Span<ulong> all = _pairs.AsSpan(0, _count);
        all.Sort();
        int kept = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
            {
                all[kept++] = all[i];
            }
        }

        _count = _sorted = kept;
    }
}
