#include "attribution.h"

#include <algorithm>
#include <utility>

#include "learned.h"
#include "quoted_speech.h"
#include "reported_speech.h"
#include "transcript.h"

namespace pullquote::quotes {

void Attributions::add(const Article& article, Attribution attribution) {
  const auto index = static_cast<std::uint32_t>(list.size());
  for (const auto range : attribution.content) {
    // Each step leaves the quotation that it met, so the walk is over quotations and the words between them.
    for (auto i = range.first; i < range.last;) {
      const auto q = article.quotation_at(i);
      if (q == Article::kNone) {
        ++i;
        continue;
      }
      if (owner[q] == Article::kNone) owner[q] = index;
      i = article.quotations[q].tokens.last;
    }
  }
  for (const auto range : attribution.cue) {
    for (auto i = range.first; i < range.last; ++i) {
      if (!is_used(i)) cue_owner[i] = index;
    }
  }
  list.push_back(std::move(attribution));
}

std::vector<bool> Attributions::told() const {
  std::vector<bool> told(cue_owner.size());
  for (const auto& attribution : list) {
    for (const auto range : attribution.content) std::fill(told.begin() + range.first, told.begin() + range.last, true);
  }
  return told;
}

// Marks and a cue beside them leave little doubt: rules that see both come first. What the models, which have seen one
// country's news of one decade, leave over falls to rules that see less.
Attributions find_attributions(const Article& article, const Model& model) {
  Attributions found(article);
  attribute_transcript(article, found);
  attribute_to_following_clause(article, found);
  attribute_to_introduction(article, found);
  attribute_to_label(article, found);
  if (model.learned()) attribute_as_learned(article, model, found);
  attribute_to_colon(article, found);
  if (model.learned()) {
    attribute_left_over(article, found);
  } else {
    attribute_reported_speech(article, found);
  }
  return found;
}

}  // namespace pullquote::quotes
