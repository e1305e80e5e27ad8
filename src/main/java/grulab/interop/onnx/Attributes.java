package grulab.interop.onnx;

import grulab.interop.JsonPlace;
import grulab.interop.file.BadModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.format.AttributeProto;
import onnx.format.AttributeProto.AttributeType;
import onnx.format.NodeProto;
import org.jspecify.annotations.Nullable;

/** What a node says of itself, by name; an attribute of another type than it must have is refused. */
record Attributes(Map<String, AttributeProto> all) {

    static Attributes of(NodeProto node) throws BadModel {
        Map<String, AttributeProto> all = new LinkedHashMap<>();
        for (AttributeProto attribute : node.getAttributeList()) {
            if (all.put(attribute.getName(), attribute) != null) {
                throw BadModel.of("the attribute %s is there twice", JsonPlace.quoted(attribute.getName()));
            }
        }
        return new Attributes(all);
    }

    Set<String> names() {
        return all.keySet();
    }

    long integer(String name, long otherwise) throws BadModel {
        AttributeProto attribute = of(name, AttributeType.INT, "a whole number");
        return attribute == null ? otherwise : attribute.getI();
    }

    long @Nullable [] integers(String name) throws BadModel {
        AttributeProto attribute = of(name, AttributeType.INTS, "a list of whole numbers");
        return attribute == null
                ? null
                : attribute.getIntsList().stream().mapToLong(Long::longValue).toArray();
    }

    double number(String name, double otherwise) throws BadModel {
        AttributeProto attribute = of(name, AttributeType.FLOAT, "a number");
        return attribute == null ? otherwise : attribute.getF();
    }

    /** Empty if there are none. */
    List<Double> numbers(String name) throws BadModel {
        AttributeProto attribute = of(name, AttributeType.FLOATS, "a list of numbers");
        return attribute == null
                ? List.of()
                : attribute.getFloatsList().stream().map(Float::doubleValue).toList();
    }

    String text(String name, String otherwise) throws BadModel {
        AttributeProto attribute = of(name, AttributeType.STRING, "a word");
        return attribute == null ? otherwise : attribute.getS().toStringUtf8();
    }

    @Nullable
    List<String> texts(String name) throws BadModel {
        AttributeProto attribute = of(name, AttributeType.STRINGS, "a list of words");
        return attribute == null
                ? null
                : attribute.getStringsList().stream().map(s -> s.toStringUtf8()).toList();
    }

    /** The attribute, null if it is absent. Models of the first versions do not write the type down. */
    @Nullable
    AttributeProto of(String name, AttributeType type, String what) throws BadModel {
        AttributeProto attribute = all.get(name);
        if (attribute == null) {
            return null;
        }
        AttributeType given =
                attribute.getType() == AttributeType.UNDEFINED ? held(attribute, type) : attribute.getType();
        if (given != type || !attribute.getRefAttrName().isEmpty()) {
            throw BadModel.of("the attribute %s must be %s", JsonPlace.quoted(name), what);
        }
        return attribute;
    }

    private static AttributeType held(AttributeProto attribute, AttributeType wanted) {
        boolean holds = switch (wanted) {
            case INT -> attribute.hasI();
            case FLOAT -> attribute.hasF();
            case STRING -> attribute.hasS();
            case TENSOR -> attribute.hasT();
            case INTS, FLOATS, STRINGS -> true;
            default -> false;
        };
        return holds ? wanted : AttributeType.UNDEFINED;
    }
}
