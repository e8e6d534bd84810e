#include "text/text.h"

#include <algorithm>
#include <utility>

#include "characters.h"
#include "pullquote/error.h"
#include "quotation_marks.h"
#include "utf8.h"

namespace pullquote::text {

Text::Text(std::string_view original) : original_(original) {
  if (original.size() > kLongestText) {
    throw Error(ErrorCode::kTextTooLong,
                "the text has " + std::to_string(original.size()) + " bytes, more than 2147483647", "",
                "split it into its articles");
  }
  Draft draft = read_characters(original);
  const std::vector<Edit> edits = settle_marks(draft.text.view, draft.marks);
  if (!edits.empty()) draft.text = apply_edits(draft.text, edits);
  view_ = std::move(draft.text.view);
  steps_ = std::move(draft.text.steps);
  size_ = steps_.back().code_point;
}

Span Text::to_original(ViewRange range) const {
  const auto step_at = [this](std::uint32_t byte) {
    const auto after = std::upper_bound(steps_.begin(), steps_.end(), byte,
                                        [](std::uint32_t value, const MapStep& step) { return value < step.view; });
    return after - 1;
  };
  const auto first = step_at(range.begin);
  Span span{first->code_point, 0};
  if (first->view_width != 0) span.start += (range.begin - first->view) / first->view_width;
  if (range.end <= range.begin) return {span.start, span.start};
  const std::uint32_t last_byte = range.end - 1;
  const auto last = step_at(last_byte);
  // A piece ends where the next step starts; the step that closes the map starts after every byte of the view.
  span.end = last->view_width != 0 ? last->code_point + (last_byte - last->view) / last->view_width + 1
                                   : (last + 1)->code_point;
  return span;
}

std::string_view Text::original(Span span) const {
  const auto byte_at = [this](std::uint32_t code_point) -> std::size_t {
    const auto after =
        std::upper_bound(steps_.begin(), steps_.end(), code_point,
                         [](std::uint32_t value, const MapStep& step) { return value < step.code_point; });
    const MapStep& step = *(after - 1);
    std::uint32_t ahead = code_point - step.code_point;
    if (step.byte_width != 0) return step.byte + std::size_t{ahead} * step.byte_width;
    std::size_t byte = step.byte;
    for (; ahead > 0 && byte < original_.size(); --ahead) byte += read_unit(original_, byte).length;
    return byte;
  };
  const std::size_t begin = byte_at(std::min(span.start, size_));
  const std::size_t end = byte_at(std::min(span.end, size_));
  return original_.substr(begin, end - begin);
}

}  // namespace pullquote::text
