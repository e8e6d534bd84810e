#include "stems.h"

#include <algorithm>
#include <array>
#include <utility>

#include "hash_of.h"

namespace pullquote::quotes {

namespace {

// Ascending by the first word.
constexpr std::array<std::pair<std::string_view, std::string_view>, 62> kIrregular = {{
    {"are", "be"},        {"been", "be"},      {"began", "begin"},
    {"begun", "begin"},   {"being", "be"},     {"brought", "bring"},
    {"came", "come"},     {"did", "do"},       {"does", "do"},
    {"doing", "do"},      {"done", "do"},      {"drew", "draw"},
    {"felt", "feel"},     {"fought", "fight"}, {"found", "find"},
    {"gave", "give"},     {"given", "give"},   {"giving", "give"},
    {"going", "go"},      {"gone", "go"},      {"had", "have"},
    {"has", "have"},      {"having", "have"},  {"heard", "hear"},
    {"held", "hold"},     {"is", "be"},        {"kept", "keep"},
    {"knew", "know"},     {"known", "know"},   {"laid", "lay"},
    {"led", "lead"},      {"left", "leave"},   {"made", "make"},
    {"making", "make"},   {"meant", "mean"},   {"met", "meet"},
    {"paid", "pay"},      {"ran", "run"},      {"said", "say"},
    {"sang", "sing"},     {"sat", "sit"},      {"saw", "see"},
    {"seen", "see"},      {"sent", "send"},    {"shown", "show"},
    {"sought", "seek"},   {"spoke", "speak"},  {"spoken", "speak"},
    {"stood", "stand"},   {"swore", "swear"},  {"sworn", "swear"},
    {"taken", "take"},    {"taught", "teach"}, {"thought", "think"},
    {"told", "tell"},     {"took", "take"},    {"understood", "understand"},
    {"was", "be"},        {"went", "go"},      {"were", "be"},
    {"written", "write"}, {"wrote", "write"},
}};

constexpr bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string_view strip(std::string_view word) {
  const auto ends = [&](std::string_view ending) { return word.size() >= ending.size() + 3 && word.ends_with(ending); };
  if (ends("ing")) {
    word.remove_suffix(3);
  } else if (ends("ied") || ends("ies")) {
    word.remove_suffix(2);
  } else if (ends("ed")) {
    word.remove_suffix(2);
  } else if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) {
    word.remove_suffix(1);
  }
  if (word.size() > 3 && word.ends_with('e')) word.remove_suffix(1);
  if (word.size() > 3 && word.ends_with('y')) {
    // "deny" and "deni(es)" meet.
    word.remove_suffix(1);
  } else if (word.size() > 3 && word.ends_with('i')) {
    word.remove_suffix(1);
  }
  const auto n = word.size();
  if (n > 3 && word[n - 1] == word[n - 2] && !vowel(word[n - 1]) && word[n - 1] != 's' && word[n - 1] != 'l') {
    word.remove_suffix(1);  // "admitt(ed)"
  }
  return word;
}

}  // namespace

std::string_view irregular_base(std::string_view lower) {
  const auto* const found = std::lower_bound(kIrregular.begin(), kIrregular.end(), lower,
                                             [](const auto& entry, std::string_view key) { return entry.first < key; });
  return found != kIrregular.end() && found->first == lower ? found->second : std::string_view();
}

std::uint64_t stem_of(std::string_view lower) {
  const auto irregular = irregular_base(lower);
  return hash_of(strip(irregular.empty() ? lower : irregular));
}

}  // namespace pullquote::quotes
