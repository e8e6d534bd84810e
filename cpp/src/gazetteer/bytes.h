#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Arrays as bytes: a count of 8 bytes, then the elements. The format is for the machine that wrote it and its like: it
// travels between processes, and the header says which order of bytes it has.

namespace pullquote::gazetteer {

template <class Element>
void write_array(std::string& out, std::span<const Element> elements) {
  static_assert(std::is_trivially_copyable_v<Element>);
  const std::uint64_t count = elements.size();
  out.append(reinterpret_cast<const char*>(&count), sizeof count);
  out.append(reinterpret_cast<const char*>(elements.data()), elements.size_bytes());
}

/// False, with nothing taken, where the bytes end before the elements that they announce.
template <class Container>
[[nodiscard]] bool read_array(std::string_view& bytes, Container& elements) {
  using Element = typename Container::value_type;
  std::uint64_t count = 0;
  if (bytes.size() < sizeof count) return false;
  std::memcpy(&count, bytes.data(), sizeof count);
  if (count > (bytes.size() - sizeof count) / sizeof(Element)) return false;
  bytes.remove_prefix(sizeof count);
  elements.resize(count);
  if (count != 0) std::memcpy(elements.data(), bytes.data(), count * sizeof(Element));
  bytes.remove_prefix(count * sizeof(Element));
  return true;
}

}  // namespace pullquote::gazetteer
