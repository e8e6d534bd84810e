#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// How a text is normalised, as plainly as can be said: a list of cells, each showing something and knowing where it
// came from, that one rule after another goes over. Slow (it copies the list for every rule) and without any cleverness
// that could be wrong.

namespace pullquote::reference {

/// Something that shows in the view, and the code points of the original that it stands for.
struct Cell {
  std::u32string shown;
  std::uint32_t start;
  std::uint32_t end;
};

struct NormalisedText {
  std::string view;
  std::vector<std::uint32_t> start;  // for each byte of the view: the first code point that it came from,
  std::vector<std::uint32_t> end;    // and the one after its last
  std::vector<std::size_t> byte;     // for each code point of the original, and for its end: its first byte
};

/// What HTML references the text may contain; others stay as they are.
struct KnownReference {
  std::string_view spelling;
  char32_t code_point;
};

/// Everything but the meaning of quotation marks, for which it asks the stage (the tables of cases test that).
[[nodiscard]] NormalisedText normalise(std::string_view original, const std::vector<KnownReference>& references);

}  // namespace pullquote::reference
