#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "name_table.h"
#include "patterns.h"
#include "pullquote/gazetteer.h"

namespace pullquote {

/// Entries lie in flat arrays: a million of them are three allocations.
struct Gazetteer::Impl {
  std::vector<std::uint8_t> labels;
  std::vector<std::uint32_t> ends;  // of the name and the id of each entry in `strings`: two an entry
  std::string strings;
  gazetteer::NameTable names;
  gazetteer::Patterns patterns;

  [[nodiscard]] std::string_view string(std::size_t number) const {
    const std::uint32_t begin = number == 0 ? 0 : ends[number - 1];
    return std::string_view(strings).substr(begin, ends[number] - begin);
  }
  [[nodiscard]] std::string_view name(std::uint32_t entry) const { return string(std::size_t{2} * entry); }
  [[nodiscard]] std::string_view id(std::uint32_t entry) const { return string(std::size_t{2} * entry + 1); }
  [[nodiscard]] Label label(std::uint32_t entry) const { return static_cast<Label>(labels[entry]); }
};

}  // namespace pullquote
