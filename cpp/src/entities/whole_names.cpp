#include "whole_names.h"

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kLongest = 12;  // tokens

bool is_body(const Mention& mention) {
  return mention.kind == MentionKind::kName && (mention.label == Label::kOrg || mention.label == Label::kFac);
}

bool is_home(const Mention& mention) {
  return mention.kind == MentionKind::kName && (mention.label == Label::kLoc || mention.label == Label::kNorp);
}

// "Union", "Supreme Court", "Football Association": words that name no body by themselves, unlike "Siemens".
bool needs_a_name_before(const Article& article, TokenRange range) {
  const auto& words = article.words;
  const auto last = range.last - 1;
  if (!words.is(last, kOrgHead | kWeakHead | kFacilityHead | kPlaceHead) && (words.names(last) & kCommonWord) == 0) {
    return false;
  }
  for (auto i = range.first; i < range.last; ++i) {
    if (!article.is_capitalised(i)) continue;
    const bool plain = words.is(i, kOrgHead | kWeakHead | kFacilityHead | kPlaceHead | kRole | kDirection | kGroup) ||
                       (words.names(i) & (kCommonWord | kGivenAsWord)) != 0;
    if (!plain || article.token(i).all_upper) return false;
  }
  return true;
}

// "Bank of", "University of the"
bool needs_a_name_after(const Article& article, TokenRange range) {
  auto last = range.last - 1;
  if (last > range.first && article.words.lower(last) == "the") --last;
  return last > range.first && (article.words.lower(last) == "of" || article.words.lower(last) == "for");
}

}  // namespace

std::vector<TokenRange> whole_names(const Article& article, const std::vector<Mention>& mentions) {
  std::vector<TokenRange> out;
  out.reserve(mentions.size());
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    auto range = mentions[m].tokens;
    if (is_body(mentions[m])) {
      if (m > 0 && is_home(mentions[m - 1]) && mentions[m - 1].tokens.last == range.first &&
          needs_a_name_before(article, range)) {
        range.first = mentions[m - 1].tokens.first;
      }
      if (m + 1 < mentions.size() && is_home(mentions[m + 1]) && mentions[m + 1].tokens.first == range.last &&
          needs_a_name_after(article, range)) {
        range.last = mentions[m + 1].tokens.last;
      }
      if (range.size() > kLongest) range = mentions[m].tokens;
    }
    out.push_back(range);
  }
  return out;
}

}  // namespace pullquote::entities
