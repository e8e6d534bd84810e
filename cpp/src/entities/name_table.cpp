#include "name_table.h"

#include <algorithm>

#include "model/flag_table.h"
#include "text/unicode.h"

namespace pullquote::entities {

using namespace features;

std::uint64_t kind_of(Label label) {
  return label == Label::kFac || label == Label::kProduct ? static_cast<std::uint64_t>(Label::kOrg)
                                                          : static_cast<std::uint64_t>(label);
}

NameTable::NameTable(const Article& article, std::vector<Mention>& mentions) : a_(article) {
  HashMap index(mentions.size());
  for (auto& mention : mentions) {
    auto& number = index[key(mention.tokens, mention.label)];
    if (number == 0) {
      Name name{.sample = mention.tokens,
                .label = mention.label,
                .core_first = mention.tokens.first,
                .core_last = mention.tokens.last};
      const auto ending = mention.label == Label::kPerson ? kRomanNumeral : kOrgSuffix;
      while (name.size() > 1 && (a_.words.is(name.core_last - 1, ending) || !a_.is_word(name.core_last - 1))) {
        --name.core_last;
      }
      names_.push_back(name);
      number = size();
    }
    mention.entity = number - 1;
  }
  parents_.resize(names_.size());
  for (std::uint32_t n = 0; n < size(); ++n) parents_[n] = n;
}

std::string NameTable::folded(TokenRange range) const {
  const auto lower = a_.words.lower(range);
  const bool ascii =
      std::all_of(lower.begin(), lower.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? std::string(lower) : text::without_accents(lower);
}

std::uint64_t NameTable::hash(TokenRange range) const { return model::hash64(folded(range)); }

std::uint64_t NameTable::key(TokenRange range, Label label) const {
  std::string text(a_.words.lower(range));
  if (label == Label::kLoc || label == Label::kOrg) text = usual_country(text);
  if (label == Label::kOrg && range.size() > 1 && a_.token(range.first).all_upper) {
    // "U.N. Security Council"
    const auto first = a_.words.lower(range.first);
    text.replace(0, first.size(), usual_country(first));
  }
  if (range.size() == 1 && a_.token(range.first).all_upper) std::erase(text, '.');
  if (label == Label::kNorp && text.size() > 4 && text.ends_with('s') && !text.ends_with("ss")) text.pop_back();
  return salted(model::hash64(text::without_accents(text)), kind_of(label) + 1);
}

std::uint32_t NameTable::root(std::uint32_t n) {
  while (parents_[n] != n) n = parents_[n] = parents_[parents_[n]];
  return n;
}

// The smaller number stays the root, whatever the sizes: cheap enough with path halving.
void NameTable::join(std::uint32_t x, std::uint32_t y) {
  x = root(x);
  y = root(y);
  if (x != y) parents_[std::max(x, y)] = std::min(x, y);
}

}  // namespace pullquote::entities
