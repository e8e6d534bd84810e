#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "stems.h"

namespace pullquote::quotes {

/// Hands over the forms that a lower-cased word may be an inflection of, itself first, until `take` says that it is the
/// one. True where one was. "denied" may be one of "denied", "denie", "deni" and "deny": whoever asks knows which is a
/// word.
template <class Take>
bool any_base_form(std::string_view word, const Take& take) {
  constexpr std::size_t kLongest = 32;
  if (word.size() > kLongest) return false;
  if (take(word)) return true;
  const auto irregular = irregular_base(word);
  if (!irregular.empty() && take(irregular)) return true;
  std::array<char, kLongest + 2> room;
  const auto ends = [&](std::string_view ending) { return word.size() >= ending.size() + 2 && word.ends_with(ending); };
  const auto without = [&](std::size_t cut, std::string_view ending) {
    const auto kept = word.copy(room.data(), word.size() - cut);
    return take(std::string_view(room.data(), kept + ending.copy(room.data() + kept, ending.size())));
  };
  const auto doubled = [&](std::size_t cut) {
    return word.size() > cut + 2 && word[word.size() - cut - 1] == word[word.size() - cut - 2];
  };
  if (ends("ied") || ends("ies")) return without(3, "y") || without(1, "");
  if (ends("ed")) return without(1, "") || without(2, "") || (doubled(2) && without(3, ""));
  if (ends("ing")) return without(3, "e") || without(3, "") || (doubled(3) && without(4, ""));
  if (ends("es")) return without(1, "") || without(2, "");
  return ends("s") && without(1, "");
}

}  // namespace pullquote::quotes
