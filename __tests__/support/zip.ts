import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive as actions/upload-artifact writes it; names are not looked at, so that hostile ones can be made. */
export function zip(files: Readonly<Record<string, string | Buffer>>, method: 0 | 8 = 8): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const data = method === 8 ? deflateRawSync(bytes) : bytes
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    writeCommon(local, 4, name, bytes, data, method)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    writeCommon(entry, 6, name, bytes, data, method)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), data)
    directory.push(entry, Buffer.from(name))
    offset += local.length + Buffer.byteLength(name) + data.length
  }
  const end = Buffer.alloc(22)
  const size = Buffer.concat(directory).length
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** The fields that a local header and its directory entry share, from the version needed on. */
function writeCommon(
  header: Buffer,
  at: number,
  name: string,
  bytes: Buffer,
  data: Buffer,
  method: number
): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(method, at + 4)
  header.writeUInt32LE(crc32(bytes), at + 10)
  header.writeUInt32LE(data.length, at + 14)
  header.writeUInt32LE(bytes.length, at + 18)
  header.writeUInt16LE(Buffer.byteLength(name), at + 22)
}
