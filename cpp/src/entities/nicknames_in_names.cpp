#include "nicknames_in_names.h"

#include <algorithm>

namespace pullquote::entities {

namespace {

constexpr std::uint32_t kLongestNickname = 3;  // words

/// Whether an opening mark, some capitalised words and a closing mark are all there is in a range.
bool is_nickname(const Article& article, TokenRange range) {
  if (range.size() < 3 || range.size() > kLongestNickname + 2) return false;
  const auto& tokens = article.text.tokens;
  const auto &open = tokens[range.first], &close = tokens[range.last - 1];
  if (open.kind != tokens::TokenKind::kQuote || close.kind != tokens::TokenKind::kQuote ||
      open.single_mark != close.single_mark || open.side == tokens::QuoteSide::kClose ||
      close.side == tokens::QuoteSide::kOpen) {
    return false;
  }
  for (auto i = range.first + 1; i + 1 < range.last; ++i) {
    if (tokens[i].kind != tokens::TokenKind::kWord || !tokens[i].upper) return false;
  }
  return true;
}

bool is_person(const Mention& mention) { return mention.label == Label::kPerson && mention.kind == MentionKind::kName; }

}  // namespace

void join_around_nicknames(const Article& article, std::vector<Mention>& mentions) {
  std::size_t kept = 0;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const auto& surname = mentions[m];
    if (kept > 0 && is_person(surname)) {
      // The nickname itself may be taken for a name.
      const auto given = kept > 1 && is_nickname(article, {mentions[kept - 2].tokens.last, surname.tokens.first})
                             ? kept - 2
                             : kept - 1;
      auto& name = mentions[given];
      if (is_person(name) && is_nickname(article, {name.tokens.last, surname.tokens.first})) {
        name.tokens.last = surname.tokens.last;
        name.confidence = std::min(name.confidence, surname.confidence);
        kept = given + 1;
        continue;
      }
    }
    mentions[kept++] = mentions[m];
  }
  mentions.resize(kept);
}

}  // namespace pullquote::entities
