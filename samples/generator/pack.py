"""A zip archive of deflated parts that is the same on every machine: packing libraries differ between machines, this does not."""
import struct
import zlib

WHEN = (8 << 11, ((2026 - 1980) << 9) | (9 << 5) | 1)  # 1 September 2026, 08:00, in the form zip keeps it


def _length_codes():
    """Deflate's length codes 257 to 285 as (base, extra bits)."""
    codes, base = [], 3
    for i in range(28):
        extra = max(0, (i - 4) // 4)
        codes.append((base, extra))
        base += 1 << extra
    return codes + [(258, 0)]


def _distance_codes():
    codes, base = [], 1
    for i in range(30):
        extra = max(0, (i - 2) // 2)
        codes.append((base, extra))
        base += 1 << extra
    return codes


LENGTHS, DISTANCES = _length_codes(), _distance_codes()


class _Bits:
    def __init__(self):
        self.out, self.held, self.count = bytearray(), 0, 0

    def add(self, value, width):
        self.held |= value << self.count
        self.count += width
        while self.count >= 8:
            self.out.append(self.held & 255)
            self.held >>= 8
            self.count -= 8

    def code(self, value, width):
        """Huffman codes go in with their highest bit first."""
        self.add(int(f"{value:0{width}b}"[::-1], 2), width)

    def symbol(self, s):
        if s < 144:
            self.code(0x30 + s, 8)
        elif s < 256:
            self.code(0x190 + s - 144, 9)
        elif s < 280:
            self.code(s - 256, 7)
        else:
            self.code(0xC0 + s - 280, 8)


def _code_of(value, codes):
    return max(i for i, (base, _) in enumerate(codes) if base <= value)


def deflate(data):
    """One block of fixed codes; looks for the longest of the last 24 places that begin with the same four bytes."""
    bits, seen, at = _Bits(), {}, 0
    bits.add(0b011, 3)
    while at < len(data):
        best, back = 0, 0
        for place in reversed(seen.get(data[at:at + 4], ())):
            if at - place > 32768:
                break
            size = 4
            while size < 258 and at + size < len(data) and data[place + size] == data[at + size]:
                size += 1
            if size > best:
                best, back = size, at - place
        step = best or 1
        if best:
            for value, codes, is_length in ((best, LENGTHS, True), (back, DISTANCES, False)):
                index = _code_of(value, codes)
                if is_length:
                    bits.symbol(257 + index)
                else:
                    bits.code(index, 5)
                bits.add(value - codes[index][0], codes[index][1])
        else:
            bits.symbol(data[at])
        for place in range(at, min(at + step, len(data) - 3)):
            places = seen.setdefault(data[place:place + 4], [])
            places.append(place)
            del places[:-24]
        at += step
    bits.symbol(256)
    bits.add(0, 7)
    return bytes(bits.out)


def archive(parts):
    """parts: {name: bytes}, in this order."""
    body, directory = b"", b""
    for name, data in parts.items():
        packed = deflate(data)
        facts = struct.pack("<HHHHHIIIHH", 20, 0, 8, *WHEN, zlib.crc32(data), len(packed), len(data), len(name.encode()), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name.encode()
        body += b"PK\x03\x04" + facts + name.encode() + packed
    return body + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
