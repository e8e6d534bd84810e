#pragma once

#include <string>

namespace pullquote {

/// A piece over and over, for `bytes` or a little more.
inline std::string repeat(const std::string& piece, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

}  // namespace pullquote
